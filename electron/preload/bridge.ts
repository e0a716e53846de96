import { contextBridge, ipcRenderer } from 'electron';
import {
  BRIDGE_NAME,
  FEED_CHANNEL,
  FEED_START_CHANNEL,
  HOST_CHANNEL,
  OPERATION_CHANNEL,
  type SportelloBridge,
} from '../contract/bridge.ts';

// No logic here: everything is checked on the other side. Electron's own event objects, through
// which a page could reach further, are never handed to it.
const bridge: SportelloBridge = {
  call: (name, input) => ipcRenderer.invoke(OPERATION_CHANNEL, { name, input }),
  host: (name, input) => ipcRenderer.invoke(HOST_CHANNEL, { name, input }),
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
