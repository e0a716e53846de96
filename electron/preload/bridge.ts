import { contextBridge, ipcRenderer } from 'electron';
import {
  BRIDGE_NAME,
  FEED_CHANNEL,
  FEED_START_CHANNEL,
  HOST_CHANNEL,
  OPERATION_CHANNEL,
  type SportelloBridge,
} from '../contract/bridge.ts';

const ask: SportelloBridge['host'] = (name, input) =>
  ipcRenderer.invoke(HOST_CHANNEL, { name, input });

// Every page needs it before all else: it comes while the page's own script is still read.
let content: Promise<string> | null = ask('content', {});

// No more logic than that: everything is checked on the other side. Electron's own event objects,
// through which a page could reach further, are never handed to it.
const bridge: SportelloBridge = {
  call: (name, input) => ipcRenderer.invoke(OPERATION_CHANNEL, { name, input }),
  host: (name, input) => {
    if (name !== 'content' || content === null) return ask(name, input);
    const asked = content;
    content = null;
    return asked;
  },
  onFeed: (listener) => {
    const pass = (_event: unknown, update: Parameters<typeof listener>[0]) => listener(update);
    ipcRenderer.on(FEED_CHANNEL, pass);
    void ipcRenderer.invoke(FEED_START_CHANNEL);
    return () => {
      ipcRenderer.off(FEED_CHANNEL, pass);
    };
  },
};

// contextBridge copies and freezes what it exposes.
contextBridge.exposeInMainWorld(BRIDGE_NAME, Object.freeze(bridge));
