/**
 * Who may import whom (each folder's README says why). A module inside one of the `layers` may
 * import its own folder, the folders listed, and packages; everything else is refused.
 */
const layers = {
  'electron/queue': [],
  'electron/contract': ['electron/queue'],
  'electron/content': ['electron/contract'],
  'electron/config': ['electron/contract'],
  'electron/logging': [],
  'electron/devices': ['electron/contract'],
  'electron/server': [
    'electron/queue',
    'electron/contract',
    'electron/config',
    'electron/content',
    'electron/logging',
  ],
  'electron/main': [
    'electron/contract',
    'electron/config',
    'electron/content',
    'electron/devices',
    'electron/logging',
  ],
  'electron/preload': ['electron/contract'],
  'renderer/client': ['electron/contract'],
  'renderer/text': ['electron/contract', 'content'],
  'renderer/ui': ['renderer/text', 'electron/contract'],
  'renderer/kiosk': windows(),
  'renderer/desk': windows(),
  'renderer/board': windows(),
  'renderer/ticket': windows(),
  'renderer/phone': ['renderer/ui', 'renderer/text', 'electron/contract'],
};

/** Windows never import each other; of the contract they see the types that the client hands them. */
function windows() {
  return ['renderer/ui', 'renderer/client', 'renderer/text', 'electron/contract'];
}

const layerRules = Object.entries(layers).map(([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `${folder} may import only: ${allowed.join(', ') || 'nothing'}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: {
    path: '^(electron|renderer|content|build|tests)/',
    pathNot: [folder, ...allowed].map((allowedFolder) => `^${allowedFolder}/`),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: 'only-main-and-preload-name-electron',
      comment: 'Everything else must run without Electron (DESIGN §4)',
      severity: 'error',
      from: { path: '^(electron|renderer)/', pathNot: '^electron/(main|preload)/' },
      to: { path: '^(node_modules/)?electron(/|$)', dependencyTypesNot: ['local'] },
    },
    {
      name: 'pure-domain',
      comment: 'The domain has no I/O of its own (DESIGN §3)',
      severity: 'error',
      from: { path: '^electron/(queue|contract)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-node-in-pages',
      comment: 'Pages run in a sandbox: there is no Node there',
      severity: 'error',
      from: { path: '^(renderer|electron/preload)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'product-never-imports-its-workshop',
      comment: 'What ships does not depend on build scripts or tests',
      severity: 'error',
      from: { path: '^(electron|renderer|content)/' },
      to: { path: '^(build|tests)/' },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '\\?raw$|\\.css$|\\.woff2$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|release|\\.tsbuild)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
    parser: 'swc',
  },
};
