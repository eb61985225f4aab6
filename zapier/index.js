// Zapier's wrapper loads this path and no other, whatever package.json says.
module.exports = require('./dist');
