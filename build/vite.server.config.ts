import { nodeBundle } from './vite.node.ts';

export default nodeBundle('electron/server/cli.ts', 'server/server.cjs');
