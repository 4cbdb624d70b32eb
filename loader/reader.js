// Starts the page's own module in a worker: the page sends where its glue is and the module, compiled.
// What happens then is up to the module, which finds itself without a window.

addEventListener(
  'message',
  async ({ data: [glue, module] }) => {
    const { default: start } = await import(glue);
    await start({ module_or_path: module });
  },
  { once: true },
);
