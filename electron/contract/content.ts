import { z } from 'zod';
import { calendarSchema, callingSchema, weeklyHoursSchema } from './office-rules.ts';
import { contentIdSchema } from './vocabulary.ts';

/**
 * The shape of every file of `content/` and of the `Content` object made of them. The object is
 * plain JSON: it travels over IPC, and as `/content.json` to browsers.
 */

/** Lets an editor help the person who writes the file; dropped on reading. */
const schemaReference = z.string().optional();

const isoDateSchema = z.iso.date();

/** The code of a language of the screens: "it", "en", later "ar". */
const languageCodeSchema = z
  .string()
  .regex(/^[a-z]{2,3}$/, 'use the two or three small letters of ISO 639, for example "it"');

/** A short name that belongs to one office, in the languages it is written in; Italian always. */
const localizedTextSchema = z
  .object({ it: z.string().min(1) })
  .catchall(z.string().min(1))
  .describe(
    'A text for each language code; "it" is required and is what other languages fall back to',
  );
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/* Languages ------------------------------------------------------------------------------- */

/** Who speaks a language; `none` says why nobody does, and such a language has recordings or silence. */
const voiceSchema = z
  .union([
    z.strictObject({ espeak: z.string().regex(/^[a-z]{2,3}(-[a-z0-9-]+)?$/) }),
    z.strictObject({ none: z.string().min(1) }),
  ])
  .describe('A voice of eSpeak NG that people understand, or why there is none');

const languageSchema = z.strictObject({
  code: languageCodeSchema,
  autonym: z.string().min(1).describe('The name of the language in the language itself'),
  direction: z.enum(['ltr', 'rtl']),
  localeTag: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'use a tag such as "it-IT"')
    .describe('BCP 47 tag: chooses the voice, and how numbers and dates are written'),
  isForStaff: z
    .boolean()
    .describe('Whether desk, board and error messages are in this language too'),
  voice: voiceSchema.default({ none: 'Nobody has chosen a voice yet.' }),
});
export type Language = z.infer<typeof languageSchema>;

export const languagesFileSchema = z.strictObject({
  $schema: schemaReference,
  languages: z
    .array(languageSchema)
    .min(1)
    .describe('In the order of the language choice; the first is the language of the first screen'),
});

const messageSchema = z.string().min(1).describe('ICU MessageFormat');

/** One text: what is read, and where reading it aloud would be wrong, what is said instead. */
const textEntrySchema = z.union([
  messageSchema,
  z.strictObject({ text: messageSchema, spoken: messageSchema }),
]);

const languageFileSchema = z
  .object({ $schema: schemaReference })
  .catchall(z.union([textEntrySchema, z.record(z.string(), textEntrySchema)]));

/**
 * Who checked a text, when, and which words: a review holds for exactly these, and a text that
 * changes is unreviewed again.
 */
const reviewSchema = z.strictObject({
  reviewedBy: z.string().min(1),
  reviewedOn: isoDateSchema,
  text: messageSchema,
  spoken: messageSchema,
});
export type Review = z.infer<typeof reviewSchema>;

/** `languages/<code>/reviews.json`, by key of the text. Written by `npm run content:review`. */
export const reviewsFileSchema = z.strictObject({
  $schema: schemaReference,
  reviews: z.record(z.string(), reviewSchema),
});

/* What the service is --------------------------------------------------------------------- */

/** Names of the drawings in renderer/ui; a name that has no drawing is found by the type check. */
export const PICTOGRAMS = [
  'information',
  'help-project',
  'economic-support',
  'parenting-support',
  'family-mediation',
  'home-support',
  'day-centres',
  'residential-facilities',
  'family-placement',
  'children',
  'young-people',
  'adults',
  'parents',
  'older-people',
  'people-with-disabilities',
  'judicial-mandate',
] as const;
const pictogramSchema = z.enum(PICTOGRAMS);
export type Pictogram = z.infer<typeof pictogramSchema>;

const offeringSchema = z.strictObject({
  id: contentIdSchema,
  pictogram: pictogramSchema,
  order: z.int().min(1),
});

export const offeringsFileSchema = z.strictObject({
  $schema: schemaReference,
  offerings: z.array(offeringSchema).min(1),
});

const mandatedServiceSchema = z.strictObject({
  id: contentIdSchema,
  order: z.int().min(1),
});

export const mandatedServicesFileSchema = z.strictObject({
  $schema: schemaReference,
  mandatedServices: z.array(mandatedServiceSchema).min(1),
});

const audienceGroupSchema = z.strictObject({
  id: contentIdSchema,
  pictogram: pictogramSchema,
  order: z.int().min(1),
});

export const audienceFileSchema = z.strictObject({
  $schema: schemaReference,
  audience: z.array(audienceGroupSchema).min(1),
});

/* Residence ------------------------------------------------------------------------------- */

const residenceStepSchema = z.union([
  z.strictObject({ outcome: contentIdSchema }),
  z.strictObject({ question: contentIdSchema }),
]);

const residenceQuestionSchema = z.strictObject({
  id: contentIdSchema,
  answers: z
    .array(z.strictObject({ id: contentIdSchema, next: residenceStepSchema }))
    .min(2)
    .max(6)
    .describe('At most six choices are in sight'),
});
export type ResidenceQuestion = z.infer<typeof residenceQuestionSchema>;

const residenceOutcomeSchema = z.strictObject({
  id: contentIdSchema,
  endsWith: z
    .enum(['ticket', 'person'])
    .describe(
      'ticket: the next step is the number. person: the next step is someone at the desk, and a number is offered as well. There is nothing else: nobody is refused.',
    ),
  suggestsPriority: z
    .boolean()
    .describe(
      'Whether the wish to go first is proposed, already chosen, on the last screen, where the office asks for it',
    ),
});

export const residenceFileSchema = z.strictObject({
  $schema: schemaReference,
  start: contentIdSchema.describe('The id of the first question'),
  questions: z.array(residenceQuestionSchema).min(1),
  outcomes: z.array(residenceOutcomeSchema).min(1),
});
const residenceSchema = residenceFileSchema.omit({ $schema: true });
export type Residence = z.infer<typeof residenceSchema>;

/* Notices --------------------------------------------------------------------------------- */

export const noticeFileSchema = z.strictObject({
  $schema: schemaReference,
  id: contentIdSchema,
  order: z.int().min(1),
  version: z.string().regex(/^\d+\.\d+$/, 'use a version such as "1.0"'),
  date: isoDateSchema.describe('The day of this version'),
  readers: z
    .enum(['citizens', 'staff'])
    .describe('staff: shown at the desk; its texts are in notices-for-staff.json'),
  onPath: z
    .enum(['own-initiative', 'mandate'])
    .nullable()
    .describe('Which of the kiosk’s paths it is for; null for none in particular'),
  status: z
    .enum(['summary-to-be-checked', 'own-text-to-be-checked', 'checked'])
    .describe('What the reader is told of where the text comes from'),
  officialUrl: z.url({ protocol: /^https$/ }).nullable(),
  basedOn: z
    .strictObject({ url: z.url({ protocol: /^https$/ }), note: z.string().min(1) })
    .nullable()
    .describe('The page that the summary was made from, for the person who checks it'),
  short: z
    .array(contentIdSchema)
    .min(3)
    .max(5)
    .describe('Sentences of the short layer: the text of "x" is notices.<id>.x'),
  points: z
    .array(contentIdSchema)
    .describe('Points of the long layer: of "x", notices.<id>.x-title and notices.<id>.x-body'),
});

/** Of when an official text is. */
export const officialNoticeIssueSchema = z.strictObject({
  date: isoDateSchema,
  version: z
    .string()
    .regex(/^\d+(\.\d+)*$/)
    .nullable(),
});
export type OfficialNoticeIssue = z.infer<typeof officialNoticeIssueSchema>;

/** The office's own copy of the official text, from `notices/<id>.official.<language>.{md,txt}`. */
const officialNoticeTextSchema = z.strictObject({
  format: z.enum(['markdown', 'plain']),
  text: z.string().min(1),
  /** Null where the file does not say it. */
  issue: officialNoticeIssueSchema.nullable(),
});
export type OfficialNoticeText = z.infer<typeof officialNoticeTextSchema>;

const noticeSchema = noticeFileSchema.omit({ $schema: true }).extend({
  /** By language code; empty until the office drops the official text in. */
  officialTexts: z.record(languageCodeSchema, officialNoticeTextSchema),
});
export type Notice = z.infer<typeof noticeSchema>;

/* Offices --------------------------------------------------------------------------------- */

const capSchema = z.string().regex(/^201\d\d$/, 'a CAP of Milano: five digits from 20121 to 20162');

const municipioSchema = z.int().min(1).max(9);

const territorialOfficeSchema = z.strictObject({
  id: contentIdSchema,
  municipio: municipioSchema.describe(
    'The Municipio it serves, which may differ from the one the building is in',
  ),
  rank: z.enum(['main', 'secondary']),
  street: z.string().min(1),
  streetNumber: z.string().min(1),
  cap: capSchema,
  note: z
    .string()
    .regex(/^[a-z][a-z-]*$/)
    .nullable()
    .describe('Staircase, floor, building: the text of "x" is offices.notes.x'),
  access: z.enum(['by-appointment', 'telephone-only']),
  caveats: z.array(z.enum(['cap-unverified', 'stands-in-another-municipio'])),
});
/** One of the published offices of the service. No coordinates: the published ones are wrong. */
export type TerritorialOffice = z.infer<typeof territorialOfficeSchema>;

export const officesFileSchema = z.strictObject({
  $schema: schemaReference,
  source: z.strictObject({
    title: z.string().min(1),
    url: z.url({ protocol: /^https$/ }),
    publisher: z.string().min(1),
    licence: z.string().min(1),
    updatedOn: isoDateSchema,
  }),
  page: z.url({ protocol: /^https$/ }).describe('Where the Comune publishes its offices'),
  booking: z.strictObject({
    phone: z.string().regex(/^\d+$/),
    keys: z.array(z.string().regex(/^\d$/)),
  }),
  offices: z.array(territorialOfficeSchema).min(1),
});
const officesSchema = officesFileSchema.omit({ $schema: true });

/* Streets and quarters -------------------------------------------------------------------- */

const placeSchema = z.strictObject({
  name: z.string().min(2).max(60).describe('As it is shown: "Viale Monza", "Quarto Oggiaro"'),
  municipi: z
    .array(municipioSchema)
    .min(1)
    .max(9)
    .describe(
      'Every Municipio that it lies in, lowest first; several for a street that crosses them',
    ),
  source: contentIdSchema.describe('The id of one of the sources of this file'),
});

export const placesFileSchema = z.strictObject({
  $schema: schemaReference,
  isComplete: z
    .boolean()
    .describe('Whether every street, or every quarter, of the city is there; content:check asks'),
  sources: z
    .array(
      z.strictObject({
        id: contentIdSchema,
        title: z.string().min(1).describe('As it is shown to who found a place through it'),
        publisher: z.string().min(1),
        url: z.url({ protocol: /^https$/ }),
        licence: z.string().min(1),
        readOn: isoDateSchema.describe('The day of the source, or the day it was read'),
      }),
    )
    .min(1),
  places: z.array(placeSchema).min(1),
});
const placesSchema = placesFileSchema.omit({ $schema: true });
/** Streets or quarters, with the Municipi in which they lie. */
export type Places = z.infer<typeof placesSchema>;

/* The office where the program runs --------------------------------------------------------- */

/** Letters that cannot be mistaken for a digit, and that hint at nothing (DESIGN §7.5). */
const QUEUE_LETTERS = ['A', 'B', 'C', 'D', 'F', 'G', 'H', 'J', 'K', 'L', 'N'] as const;
const queueLetterSchema = z.enum(QUEUE_LETTERS);

const accountSchema = z.strictObject({
  account: z.string().regex(/^[a-z][a-z0-9.-]{1,31}$/, 'use small letters, digits, "." and "-"'),
  displayName: z.string().min(1).describe('An invented name; no password is ever written here'),
  role: z.enum(['operator', 'supervisor', 'administrator']),
});

export const officeFileSchema = z.strictObject({
  $schema: schemaReference,
  id: contentIdSchema,
  invented: z
    .boolean()
    .describe('Whether office, hours and people are invented; screens and paper then say so'),
  name: localizedTextSchema,
  timeZone: z.literal('Europe/Rome'),
  municipio: municipioSchema
    .optional()
    .describe(
      'The Municipio it serves: the finder of offices then says whether one is in the right one',
    ),
  queues: z
    .array(
      z.strictObject({
        letter: queueLetterSchema,
        offerings: z.array(contentIdSchema).describe('Ids of offerings.json'),
        capPerDay: z.int().min(1).max(999),
      }),
    )
    .min(1),
  counters: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[1-9]\d?$/, 'the number on the sign, from "1" to "99"'),
        queues: z.array(queueLetterSchema).min(1).describe('The queues it calls, preferred first'),
      }),
    )
    .min(1),
  accounts: z.array(accountSchema).min(1),
  hours: weeklyHoursSchema,
  calendar: calendarSchema.prefault({}),
  calling: callingSchema.prefault({}),
  kiosk: z.strictObject({
    idleWarningAfterSeconds: z
      .int()
      .min(20)
      .max(600)
      .describe('Without a touch for this long, the screen asks whether the person is still there'),
    idleCountdownSeconds: z
      .int()
      .min(20)
      .max(120)
      .describe(
        'Time to answer before the screen clears; WCAG 2.2 criterion 2.2.1 wants 20 or more',
      ),
    returnAfterTicketSeconds: z
      .int()
      .min(20)
      .max(120)
      .describe('How long the number stays on the screen; as long as any other time to answer'),
    offersPriority: z
      .boolean()
      .describe('Whether a person may ask to go first; no reason is asked'),
    unreviewedLanguages: z
      .enum(['hidden', 'beside-italian'])
      .default('hidden')
      .describe(
        'hidden: a language is offered once all its texts are reviewed. beside-italian: it is offered before too, texts on rights beside the Italian. An invented office shows every language.',
      ),
  }),
});
/** The office the program runs in: queues, counters, hours, rules. */
const configuredOfficeSchema = officeFileSchema.omit({ $schema: true });
export type ConfiguredOffice = z.infer<typeof configuredOfficeSchema>;

/* Help ------------------------------------------------------------------------------------ */

const helpContactSchema = z.strictObject({
  id: contentIdSchema,
  phone: z.string().regex(/^\d+$/),
  order: z.int().min(1),
  languages: z
    .array(languageCodeSchema)
    .describe('Languages that are answered, where they are published'),
  source: z.url({ protocol: /^https?$/ }).describe('The page the facts were read on'),
});

export const helpFileSchema = z.strictObject({
  $schema: schemaReference,
  contacts: z.array(helpContactSchema).min(1),
});

/* Everything ------------------------------------------------------------------------------ */

/** A text in ICU MessageFormat, alone where it is said as it is read. */
const contentTextSchema = z.union([
  messageSchema,
  z.strictObject({ text: messageSchema, spoken: messageSchema }),
]);
export type ContentText = z.infer<typeof contentTextSchema>;

/** All content, read and checked. Plain JSON. */
export const contentSchema = z.strictObject({
  languages: z.array(languageSchema).min(1),
  /** By language code, then by key: `kiosk.attract.title`, `offerings.information.label`. */
  texts: z.record(languageCodeSchema, z.record(z.string(), contentTextSchema)),
  /** By language code: the keys whose text a named person has reviewed as it stands. */
  reviewedKeys: z.record(languageCodeSchema, z.array(z.string())),
  offerings: z.array(offeringSchema),
  mandatedServices: z.array(mandatedServiceSchema),
  audience: z.array(audienceGroupSchema),
  residence: residenceSchema,
  notices: z.array(noticeSchema),
  offices: officesSchema,
  quarters: placesSchema,
  streets: placesSchema,
  /** Pages in a browser get it without the accounts: who works there is nobody's to ask. */
  office: configuredOfficeSchema.extend({ accounts: z.array(accountSchema) }),
  help: helpFileSchema.omit({ $schema: true }),
});
export type Content = z.infer<typeof contentSchema>;

/** The files with a fixed name, and their schemas; `content/schema` is generated from this. */
export const CONTENT_SCHEMAS = {
  languages: languagesFileSchema,
  language: languageFileSchema,
  reviews: reviewsFileSchema,
  offerings: offeringsFileSchema,
  'mandated-services': mandatedServicesFileSchema,
  audience: audienceFileSchema,
  residence: residenceFileSchema,
  notice: noticeFileSchema,
  offices: officesFileSchema,
  places: placesFileSchema,
  office: officeFileSchema,
  help: helpFileSchema,
} as const;

/** Where something in a content file is wrong, for the person who edits it. */
export type ContentProblem = {
  severity: 'error' | 'warning';
  /** Relative to the content folder, with "/". */
  file: string;
  /** The full path of the file that was read, which may be the office's own. */
  path: string;
  /** 1-based. */
  line: number;
  reason: string;
  /** What to do about it. */
  advice: string;
};
