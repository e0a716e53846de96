import { describe, expect, it } from 'vitest';
import { parseAccount } from '../../build/account.ts';
import { cacheFolder, defaultDataFolder } from '../../build/places.ts';

const clerk = { isRoot: false, environment: {}, homeFolder: '/home/clerk' };

describe('the folders outside the repository', () => {
  it('lie in the home of an ordinary user', () => {
    expect(cacheFolder(clerk)).toBe('/home/clerk/.cache/sportello');
    expect(defaultDataFolder(clerk, '')).toBe('/home/clerk/.local/share/sportello');
  });

  it('follow the XDG variables where they are absolute', () => {
    const environment = { XDG_CACHE_HOME: '/fast', XDG_DATA_HOME: 'relative' };
    expect(cacheFolder({ ...clerk, environment })).toBe('/fast/sportello');
    expect(defaultDataFolder({ ...clerk, environment }, '')).toBe(
      '/home/clerk/.local/share/sportello',
    );
  });

  it('lie where another account can read them when root calls', () => {
    const root = { ...clerk, isRoot: true, homeFolder: '/root' };
    expect(cacheFolder(root)).toBe('/var/cache/sportello');
    expect(defaultDataFolder(root, '/var/lib/sportello')).toBe('/var/lib/sportello/data');
  });

  it('find the account and its home in the list of accounts', () => {
    const passwd =
      'root:x:0:0:root:/root:/bin/bash\nsportello:x:995:994::/var/lib/sportello:/usr/sbin/nologin\n';
    expect(parseAccount(passwd, 'sportello')).toEqual({
      name: 'sportello',
      userId: 995,
      groupId: 994,
      homeFolder: '/var/lib/sportello',
    });
    expect(parseAccount(passwd, 'nobody')).toBeUndefined();
  });
});
