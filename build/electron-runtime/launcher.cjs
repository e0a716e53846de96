// What Electron's own default app does, for a runtime that ships without it: run the app folder
// given as the first argument that is not a switch.
const { app } = require('electron');
const path = require('node:path');

const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  process.stderr.write('Name the folder of an app as the first argument.\n');
  process.exit(2);
}
const folder = path.resolve(given);
const manifest = require(path.join(folder, 'package.json'));
process.defaultApp = true;
app.setAppPath(folder);
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
require(path.join(folder, manifest.main));
