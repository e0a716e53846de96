import { describe, expect, it } from 'vitest';
import { isAllowed, mayBuild, mayShip, packageOf } from '../../build/licence-rules.ts';

describe('the licences of packages', () => {
  it('pass when one of the licences offered is allowed', () => {
    expect(isAllowed('(WTFPL OR MIT)', mayShip)).toBe(true);
  });

  it('pass only when every licence that applies is allowed', () => {
    expect(isAllowed('MIT AND GPL-3.0-only', mayShip)).toBe(false);
    expect(isAllowed('Apache-2.0 AND MIT', mayShip)).toBe(true);
  });

  it('are refused when unknown', () => {
    expect(isAllowed('none', [...mayShip, ...mayBuild])).toBe(false);
    expect(isAllowed('UNKNOWN', mayShip)).toBe(false);
  });

  it('keep the stricter list for what is shipped', () => {
    expect(isAllowed('MPL-2.0', mayShip)).toBe(false);
    expect(isAllowed('MPL-2.0', [...mayShip, ...mayBuild])).toBe(true);
  });

  it('belong to the package, not to the file in it that is imported', () => {
    expect(packageOf('@fontsource/titillium-web/400.css')).toBe('@fontsource/titillium-web');
    expect(packageOf('i18next/something')).toBe('i18next');
  });
});
