import { nodeBundle } from './vite.node.ts';

export default nodeBundle('electron/main/main.ts', 'main/main.cjs');
