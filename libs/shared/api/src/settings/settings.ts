import { join } from 'node:path';
import { z } from 'zod';

const MODES = ['demo', 'production'] as const;

/** What the operator may set, and the German name of what is expected; nothing else of the environment is read. */
const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('eine Portnummer von 0 bis 65535'),
  WIR_HOST: z.string().min(1).default('127.0.0.1').describe('ein Rechnername oder eine Adresse'),
  WIR_DATA_DIR: z.string().min(1).default('.data').describe('ein Verzeichnis'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('eine Adresse der Form postgres://benutzer@rechner/datenbank'),
  WIR_OWNER_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('eine Adresse der Form postgres://benutzer@rechner/datenbank'),
  WIR_MODE: z.enum(MODES).default('demo').describe('demo oder production'),
  WIR_SEED: z.enum(['demo', 'base', 'none']).optional().describe('demo, base oder none'),
  WIR_NOW: z.iso.datetime({ offset: true }).optional().describe('ein Zeitpunkt wie 2026-03-02T09:00:00+01:00'),
  WIR_FILES: z.enum(['fs']).default('fs').describe('fs (s3 wird noch nicht unterstützt)'),
  WIR_PUBLIC_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('eine Adresse wie https://foerderportal.example'),
  WIR_JWT_KEY_FILE: z.string().min(1).optional().describe('eine Datei mit mindestens 32 zufälligen Bytes'),
  WIR_SYSTEM_KEY_FILE: z.string().min(1).optional().describe('eine Datei mit der Kennung der Systemsitzung'),
  WIR_SECOND_FACTOR: z.enum(['offered', 'demanded']).optional().describe('offered oder demanded'),
  WIR_JOBS: z.enum(['on', 'off']).default('on').describe('on oder off'),
  WIR_LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('trace, debug, info, warn, error oder silent'),
  WIR_METRICS: z.enum(['loopback', 'all']).default('loopback').describe('loopback oder all'),
  WIR_CONSOLE_DIR: z.string().min(1).default('dist/console/browser').describe('ein Verzeichnis'),
  WIR_PAYER_NAME: z
    .string()
    .min(1)
    .max(70)
    .default('Land Hessen, Landesoberkasse')
    .describe('der Name des Kontos, von dem gezahlt wird'),
  WIR_PAYER_IBAN: z
    .string()
    .regex(/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/)
    .optional()
    .describe('eine IBAN ohne Leerzeichen'),
  WIR_PAYER_BIC: z
    .string()
    .regex(/^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/)
    .optional()
    .describe('eine BIC mit 8 oder 11 Zeichen'),
  WIR_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10).describe('eine Zahl von 2 bis 100'),
});

type Name = keyof typeof schema.shape;

/** A wrong setting stops the start; the message is one German sentence that names it. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** The checked settings of this process, read once at its start. */
export class Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly ownerDatabaseUrl: string | undefined;
  readonly mode: (typeof MODES)[number];
  readonly seed: 'demo' | 'base' | 'none';
  readonly startsAt: string | undefined;
  readonly files: 'fs';
  readonly publicOrigin: string | undefined;
  readonly jwtKeyFile: string;
  readonly systemKeyFile: string;
  /** Whether accounts of the authority work only with a second factor. */
  readonly secondFactor: 'offered' | 'demanded';
  readonly runsJobs: boolean;
  readonly logLevel: string;
  readonly metricsFor: 'loopback' | 'all';
  readonly consoleDir: string;
  readonly poolSize: number;
  /** The account payouts leave from; without an IBAN only the demo has one. */
  readonly payer: { readonly name: string; readonly iban: string | undefined; readonly bic: string | undefined };

  constructor(values: z.infer<typeof schema>) {
    this.port = values.PORT;
    this.host = values.WIR_HOST;
    this.dataDir = values.WIR_DATA_DIR;
    this.databaseUrl = values.DATABASE_URL;
    this.ownerDatabaseUrl = values.WIR_OWNER_DATABASE_URL;
    this.mode = values.WIR_MODE;
    this.seed = values.WIR_SEED ?? (values.WIR_MODE === 'demo' ? 'demo' : 'none');
    this.startsAt = values.WIR_NOW;
    this.files = values.WIR_FILES;
    this.publicOrigin = values.WIR_PUBLIC_ORIGIN;
    this.jwtKeyFile = values.WIR_JWT_KEY_FILE ?? join(values.WIR_DATA_DIR, 'secrets', 'jwt-key.txt');
    this.systemKeyFile = values.WIR_SYSTEM_KEY_FILE ?? join(values.WIR_DATA_DIR, 'secrets', 'system-key.txt');
    this.secondFactor = values.WIR_SECOND_FACTOR ?? (values.WIR_MODE === 'production' ? 'demanded' : 'offered');
    this.runsJobs = values.WIR_JOBS === 'on';
    this.logLevel = values.WIR_LOG_LEVEL;
    this.metricsFor = values.WIR_METRICS;
    this.consoleDir = values.WIR_CONSOLE_DIR;
    this.poolSize = values.WIR_POOL_SIZE;
    this.payer = { name: values.WIR_PAYER_NAME, iban: values.WIR_PAYER_IBAN, bic: values.WIR_PAYER_BIC };
  }

  get isDemo(): boolean {
    return this.mode === 'demo';
  }

  /** Cookies with `Secure` and the `__Host-` prefix, wherever the browser reaches us by https. */
  get servedByHttps(): boolean {
    return this.publicOrigin?.startsWith('https:') ?? false;
  }
}

/** Empty values count as not set, as in files of environment variables. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in schema.shape && value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]) as Name;
    throw new SettingsError(
      `Die Einstellung ${name} hat einen falschen Wert: erwartet wird ${schema.shape[name].description ?? 'ein anderer Wert'}.`,
    );
  }
  refuseContradictions(result.data);
  return new Settings(result.data);
}

function refuseContradictions(values: z.infer<typeof schema>): void {
  if (values.WIR_MODE !== 'production') return;
  if (values.WIR_NOW !== undefined)
    throw new SettingsError('Die Einstellung WIR_NOW ist nur in der Betriebsart demo erlaubt.');
  if (values.WIR_SECOND_FACTOR === 'offered')
    throw new SettingsError('Die Einstellung WIR_SECOND_FACTOR=offered ist nur in der Betriebsart demo erlaubt.');
  if (values.WIR_JWT_KEY_FILE === undefined)
    throw new SettingsError('Die Einstellung WIR_JWT_KEY_FILE fehlt; in der Betriebsart production ist sie Pflicht.');
  if (values.WIR_PUBLIC_ORIGIN === undefined)
    throw new SettingsError('Die Einstellung WIR_PUBLIC_ORIGIN fehlt; in der Betriebsart production ist sie Pflicht.');
}
