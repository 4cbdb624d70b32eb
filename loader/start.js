// Fetches the page's WebAssembly, counting its bytes, and starts it.
// The file names have a hash of their content; the build writes them to a <meta>.

const boot = window.refletBoot;
const files = document.querySelector('meta[name="reflet:start"]').dataset;

/** The same response, which reports the bytes received and calls `finished` at its end. */
function counted(response, finished) {
  // Under a content encoding the length is that of the compressed bytes, so what is left is unknown.
  const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  let received = 0;
  const counter = new TransformStream({
    transform(chunk, controller) {
      received += chunk.byteLength;
      boot.progress(received, total);
      controller.enqueue(chunk);
    },
    flush: finished,
  });
  return new Response(response.body.pipeThrough(counter), { headers: { 'content-type': 'application/wasm' } });
}

/** Both files of the application; the second one is still being received. */
async function download() {
  const [glue, response] = await Promise.all([import(new URL(files.js, document.baseURI)), fetch(files.wasm)]);
  if (!response.ok) throw new Error(`${files.wasm}: ${response.status}`);
  return { glue, response };
}

/** Whether all style sheets are here. One that does not come has been reported to boot.js. */
async function styled() {
  const coming = [...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => !link.sheet);
  const settled = (link) =>
    new Promise((settle) => {
      link.addEventListener('load', settle);
      link.addEventListener('error', settle);
    });
  if (!boot.failed()) await Promise.all(coming.map(settled));
  return !boot.failed();
}

async function start() {
  // A failure before the last byte is due to the connection, a later one to the program.
  let kind = 'file';
  try {
    const { glue, response } = await download();
    // Without its styles the page would be there, but hardly usable.
    if (!(await styled())) return;
    await glue.default({
      module_or_path: counted(response, () => {
        kind = 'crash';
      }),
    });
  } catch (error) {
    console.error(error);
    boot.fail(kind);
  }
}

start();
