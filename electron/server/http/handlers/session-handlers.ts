import type { Session } from '../../../contract/operations.ts';
import { ok } from '../../../contract/result.ts';
import { type HandlerParts, type Handlers, officeOf, type StaffCaller, staff } from './context.ts';

/** Who is signed in, and at which counter by now. */
export async function sessionNow({ store }: HandlerParts, caller: StaffCaller): Promise<Session> {
  const session = await store.findSession(caller.session.tokenSha256);
  return describeSession(caller.account, session?.counter ?? null);
}

function describeSession(
  { account, displayName, role }: StaffCaller['account'],
  counter: string | null,
): Session {
  return { account: { account, displayName, role }, counter };
}

/** Signing in and out. */
export function sessionHandlers(
  parts: HandlerParts,
): Pick<Handlers, 'signIn' | 'currentSession' | 'signOut'> {
  const { access, offices, log } = parts;
  const [firstOffice = ''] = offices.keys();
  return {
    signIn: async ({ office, account, password }, context) => {
      const { address } = context;
      const signedIn = await access.signIn(office ?? firstOffice, account, password, address);
      if (!signedIn.ok) {
        const { code } = signedIn.error;
        if (code === 'wrongCredentials' || code === 'tooManyAttempts') {
          log({ event: 'signInRefused', reason: code, address });
        }
        return signedIn;
      }
      log({ event: 'signedIn', account: signedIn.value.account.account, address });
      context.setSessionToken(signedIn.value.token);
      return ok(describeSession(signedIn.value.account, null));
    },

    currentSession: async (_, context) => ok(await sessionNow(parts, staff(context))),

    signOut: async (_, context) => {
      const caller = staff(context);
      const { counters, hub } = officeOf(parts, caller);
      await counters.leave(caller.session.tokenSha256);
      hub.endOf(caller.session.tokenSha256);
      context.setSessionToken(null);
      log({ event: 'signedOut', account: caller.account.account });
      return ok({});
    },
  };
}
