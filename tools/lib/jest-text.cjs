/** Lets Jest import texts (`.sql`, `.csv`) as the bundle does. */
module.exports = {
  process: (text) => ({ code: `module.exports = { __esModule: true, default: ${JSON.stringify(text)} };` }),
};
