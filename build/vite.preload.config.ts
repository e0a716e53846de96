import { nodeBundle } from './vite.node.ts';

export default nodeBundle('electron/preload/bridge.ts', 'preload/bridge.cjs');
