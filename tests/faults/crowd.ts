import { client } from '../support/client.ts';
import { testAccounts } from '../support/provision.ts';
import { Asker } from './asker.ts';
import { Desk } from './desk.ts';
import type { History } from './history.ts';
import { runKiosk } from './kiosk.ts';
import type { MortalServer } from './mortal-server.ts';
import type { TriedOffice } from './offices.ts';
import type { Random } from './random.ts';

export type CrowdOptions = {
  readonly offices: readonly TriedOffice[];
  /** Kiosks and desks are shared out among them. */
  readonly servers: readonly MortalServer[];
  readonly history: History;
  readonly random: Random;
  /** Nobody else comes once so many tickets were acknowledged, over all offices. */
  readonly tickets: number;
};

/** Everybody who asks: people at kiosks, and clerks at four desks in each office. */
export class Crowd {
  readonly #options: CrowdOptions;
  #isOpen = true;

  constructor(options: CrowdOptions) {
    this.#options = options;
  }

  /** Done when all tickets are given, or every queue is full. */
  async comeToKiosks(): Promise<void> {
    const { offices, random, history, tickets } = this.#options;
    const comesAnother = () => this.#isOpen && history.tickets < tickets;
    const kiosks = offices.flatMap(({ setup: { officeId }, kioskTokens }) =>
      kioskTokens.map((token, index) => {
        const name = `${officeId} kiosk ${index}`;
        const asker = this.#asker(index, officeId, name, token);
        return runKiosk({ asker, random: random.stream(`${name} people`), comesAnother });
      }),
    );
    await Promise.all(kiosks);
  }

  /** Done when the offices have closed. */
  async workAtDesks(): Promise<void> {
    const { offices, random } = this.#options;
    const desks = offices.flatMap(({ setup: { officeId } }) =>
      Object.values(testAccounts).map((account, index) => {
        const counter = String(index + 1);
        const name = `${officeId} desk ${counter}`;
        const asker = this.#asker(index, officeId, name);
        const person = { officeId, account, counter, isOpen: () => this.#isOpen };
        return new Desk({ asker, random: random.stream(`${name} deeds`), ...person }).run();
      }),
    );
    await Promise.all(desks);
  }

  close(): void {
    this.#isOpen = false;
  }

  #asker(index: number, officeId: string, name: string, deviceToken?: string): Asker {
    const { servers, history, random } = this.#options;
    const server = servers[index % servers.length];
    if (server === undefined) throw new Error('There is no server');
    return new Asker({
      client: client(server.url, deviceToken),
      officeId,
      history,
      random: random.stream(name),
      untilUp: () => server.up.passed(),
    });
  }
}
