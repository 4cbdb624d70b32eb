const by = (handle) => document.querySelector(`[data-testid="${handle}"]`);
const show = (text) => (by('shown').textContent = text);
const blob = new Blob(['déjà\u0000vu'], { type: 'text/plain' });

by('file').onchange = async (event) => show(`${event.target.files[0].name} ${await event.target.files[0].text()}`);
by('list').onchange = (event) => show(event.target.value);
by('text').oninput = (event) => show(event.target.value);
by('save').onclick = () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'mémo.txt';
  link.click();
  URL.revokeObjectURL(link.href);
};
by('save-link').href = URL.createObjectURL(blob);
by('misbehave').onclick = () => {
  const image = new Image();
  image.src = 'http://127.0.0.1:9/elsewhere.png';
  console.error('told');
  throw new Error('thrown');
};
addEventListener('keydown', (event) => {
  if (event.key !== 'Control') show(`${event.ctrlKey ? 'ctrl ' : ''}${event.code}`);
});
by('ready').hidden = false;
