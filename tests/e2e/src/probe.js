// Served to the tests as the page's first script. It remembers what goes wrong from the first moment,
// and, where a driver cannot save downloads, what the page would have saved.
(() => {
  const probe = { problems: [], downloads: [], blobs: new Map(), capture: false };
  window.e2eProbe = probe;

  const note = (kind, what) => probe.problems.push(`${kind}: ${what}`);
  window.addEventListener('error', (event) => note('error', event.message || `cannot load ${event.target.src || event.target.href}`), true);
  window.addEventListener('unhandledrejection', (event) => note('rejection', event.reason));
  document.addEventListener('securitypolicyviolation', (event) => note('policy', `${event.violatedDirective} ${event.blockedURI}`));
  for (const level of ['error', 'warn']) {
    const original = console[level];
    console[level] = (...words) => {
      note(`console.${level}`, words.map(String).join(' '));
      original.apply(console, words);
    };
  }

  // A page revokes the address of a blob as soon as the download has begun, so the blob itself is kept.
  const create = URL.createObjectURL;
  URL.createObjectURL = (object) => {
    const address = create.call(URL, object);
    probe.blobs.set(address, object);
    return address;
  };

  const base64 = (blob) =>
    new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
      reader.onerror = () => reject(reader.error);
      reader.readAsDataURL(blob);
    });

  const save = async (link) => {
    const blob = probe.blobs.get(link.href) || (await (await fetch(link.href)).blob());
    probe.downloads.push({ name: link.download, content: await base64(blob) });
  };

  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function () {
    if (probe.capture && this.hasAttribute('download')) save(this);
    else click.call(this);
  };
  window.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element && event.target.closest('a[download]');
      if (!probe.capture || !link) return;
      event.preventDefault();
      save(link);
    },
    true
  );
})();
