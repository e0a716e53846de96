// Runs the built server under this Node, as the account named in the environment where root
// started it: its files must belong to the account that Electron runs it as the next time.
// The step down happens here, since the account may not be able to read root's copy of Node.
const { createRequire } = require('node:module');

const { SPORTELLO_RUN_AS, SPORTELLO_SERVER } = process.env;
delete process.env.SPORTELLO_RUN_AS;
delete process.env.SPORTELLO_SERVER;
if (SPORTELLO_RUN_AS !== undefined) {
  const [userId, groupId, homeFolder] = SPORTELLO_RUN_AS.split(':');
  process.setgroups([]);
  process.setgid(Number(groupId));
  process.setuid(Number(userId));
  process.env.HOME = homeFolder;
  process.chdir(homeFolder);
}
process.argv[1] = SPORTELLO_SERVER;
// Resolved from the server's place: the account may not look around in this file's.
createRequire(SPORTELLO_SERVER)(SPORTELLO_SERVER);
