// Starts the page's own module in a worker: the page sends the address of the glue and the compiled module.
// The module does the rest, because it runs without a window.

addEventListener(
  'message',
  async ({ data: [glue, module] }) => {
    const { default: start } = await import(glue);
    await start({ module_or_path: module });
  },
  { once: true },
);
