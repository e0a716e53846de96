import { nodeBundle } from './vite.node.ts';

export default nodeBundle('electron/server/move/cli.ts', 'office/office.cjs');
