import { z } from 'zod';

// Zod compiles its checks with `new Function` where it may. The content security policy refuses
// that, and the browser reports the attempt. The choice is made as each schema is built, so this
// module must be evaluated before any of the contract's.
z.config({ jitless: true });
