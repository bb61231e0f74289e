import { join } from 'node:path';
import { z } from 'zod';
import type { KeySource } from '../keys/key-ring';
import { withSecretFiles } from './secret-files';
import { SettingsError } from './settings-error';

export { SettingsError } from './settings-error';

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
  WIR_JWT_KEY: z.string().min(1).optional().describe('ein oder zwei Schlüssel von 32 Bytes, base64url geschrieben'),
  WIR_PEPPER_KEY_FILE: z.string().min(1).optional().describe('eine Datei mit mindestens 32 zufälligen Bytes'),
  WIR_PEPPER_KEY: z.string().min(1).optional().describe('ein oder zwei Schlüssel von 32 Bytes, base64url geschrieben'),
  WIR_FIELD_KEY_FILE: z.string().min(1).optional().describe('eine Datei mit mindestens 32 zufälligen Bytes'),
  WIR_FIELD_KEY: z.string().min(1).optional().describe('ein oder zwei Schlüssel von 32 Bytes, base64url geschrieben'),
  WIR_ADDRESS_FAILURES_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .max(1000)
    .default(20)
    .describe('eine Zahl von 1 bis 1000'),
  WIR_OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('die Adresse eines OpenID-Providers'),
  WIR_OIDC_CLIENT_ID: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .describe('die Kennung dieser Anwendung beim OpenID-Provider'),
  WIR_OIDC_CLIENT_SECRET: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe('das Geheimnis dieser Anwendung beim OpenID-Provider'),
  WIR_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional().describe('eine Datei mit dem Geheimnis dieser Anwendung'),
  WIR_OIDC_LABEL: z.string().min(1).max(80).default('Landesverwaltung').describe('die Beschriftung der Anmeldung'),
  WIR_ANCHOR_KEY: z.string().min(1).optional().describe('ein oder zwei Schlüssel von 32 Bytes, base64url geschrieben'),
  WIR_ANCHOR_KEY_FILE: z.string().min(1).optional().describe('eine Datei mit mindestens 32 zufälligen Bytes'),
  WIR_ANCHOR_DIR: z.string().min(1).optional().describe('ein Verzeichnis außerhalb der Datenbank'),
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
  WIR_PAYMENT_RUN_RELEASE: z.enum(['second-person', 'one-step']).optional().describe('second-person oder one-step'),
  WIR_EXPORT_REGISTER_DIR: z.string().min(1).optional().describe('ein Verzeichnis außerhalb der Datenbank'),
  WIR_CLAMD: z
    .string()
    .regex(/^(\[[0-9a-f:]+\]|[a-z0-9.-]+):\d{1,5}$/i)
    .optional()
    .describe('die Adresse eines Virenscanners (clamd) als rechner:port'),
  WIR_TRUSTED_PROXIES: z
    .string()
    .regex(/^[0-9a-f.:]+(\/\d{1,3})?(,[0-9a-f.:]+(\/\d{1,3})?)*$/i)
    .optional()
    .describe('Adressen oder Netze der eigenen Proxys, durch Komma getrennt, wie 10.1.2.3,10.2.0.0/16'),
  WIR_MAX_BACKUP_AGE_HOURS: z.coerce.number().int().min(1).max(8760).optional().describe('eine Zahl von Stunden'),
  WIR_MIN_FREE_DISK_PERCENT: z.coerce.number().int().min(0).max(90).optional().describe('eine Zahl von 0 bis 90'),
  WIR_DRAIN_SECONDS: z.coerce.number().int().min(0).max(60).default(0).describe('eine Zahl von 0 bis 60'),
  WIR_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('eine Adresse wie smtps://benutzer@rechner:465'),
  WIR_SMTP_PASSWORD_FILE: z.string().min(1).optional().describe('eine Datei mit dem Passwort für WIR_SMTP_URL'),
  WIR_MAIL_FROM: z
    .string()
    .regex(/^[^\s@<>"(),:;[\]\\]+@[^\s@<>"(),:;[\]\\]+$/)
    .optional()
    .describe('eine E-Mail-Adresse wie foerderportal@land.example'),
  WIR_POOL_SIZE: z.coerce.number().int().min(2).max(100).default(10).describe('eine Zahl von 2 bis 100'),
});

type Name = keyof typeof schema.shape;
type Values = z.infer<typeof schema>;

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly clientSecretFile: string | undefined;
  readonly label: string;
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
  readonly keys: Readonly<Record<'jwt' | 'pepper' | 'field', KeySource>>;
  /** Failed sign-ins per address that are checked before it has to wait. */
  readonly addressFailuresPerMinute: number;
  /** Sign-in by the house of the Land or of an organisation; null without a provider. */
  readonly oidc: OidcSettings | null;
  readonly systemKeyFile: string;
  /** Signs the state of the audit trail (Ed25519); a process without it leaves that to others. */
  readonly anchorKey: KeySource;
  /** Where a copy of each signed state goes; in operation a write-once place of another house. */
  readonly anchorDir: string;
  /** Whether accounts of the authority work only with a second factor. */
  readonly secondFactor: 'offered' | 'demanded';
  readonly runsJobs: boolean;
  readonly logLevel: string;
  readonly metricsFor: 'loopback' | 'all';
  readonly consoleDir: string;
  readonly poolSize: number;
  /** An older backup makes the process not ready; null = its age is reported only. */
  readonly maxBackupAgeHours: number | null;
  /** The demo on a full laptop still starts; operation refuses before the disk is full. */
  readonly minFreeDiskPercent: number;
  /** How long it still accepts requests after SIGTERM, for the balancer to notice. */
  readonly drainSeconds: number;
  readonly clamd: string | undefined;
  /** Whose X-Forwarded-For and X-Forwarded-Proto count; nobody's unless named. */
  readonly trustedProxies: readonly string[];
  /** Where mail goes: by SMTP, or into files of the data folder when no server is named. */
  readonly mail: MailSettings;
  /** The account payouts leave from; without an IBAN only the demo has one. */
  readonly payer: { readonly name: string; readonly iban: string | undefined; readonly bic: string | undefined };
  /** Whether another person releases a payment run, or whoever makes it exports it in the same step. */
  readonly paymentRunRelease: 'second-person' | 'one-step';
  /** Where each export is noted outside the database; in operation a place that is not restored together with it. */
  readonly exportRegisterDir: string;

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
    this.keys = keySources(values);
    this.addressFailuresPerMinute = values.WIR_ADDRESS_FAILURES_PER_MINUTE;
    this.oidc = oidcSettings(values);
    this.systemKeyFile = values.WIR_SYSTEM_KEY_FILE ?? join(values.WIR_DATA_DIR, 'secrets', 'system-key.txt');
    this.anchorKey = {
      variable: 'WIR_ANCHOR_KEY',
      value: values.WIR_ANCHOR_KEY,
      file: values.WIR_ANCHOR_KEY_FILE ?? join(values.WIR_DATA_DIR, 'secrets', 'anchor-key.txt'),
    };
    this.anchorDir = values.WIR_ANCHOR_DIR ?? join(values.WIR_DATA_DIR, 'anchors');
    this.secondFactor = values.WIR_SECOND_FACTOR ?? (values.WIR_MODE === 'production' ? 'demanded' : 'offered');
    this.runsJobs = values.WIR_JOBS === 'on';
    this.logLevel = values.WIR_LOG_LEVEL;
    this.metricsFor = values.WIR_METRICS;
    this.consoleDir = values.WIR_CONSOLE_DIR;
    this.poolSize = values.WIR_POOL_SIZE;
    this.maxBackupAgeHours = values.WIR_MAX_BACKUP_AGE_HOURS ?? null;
    this.minFreeDiskPercent = values.WIR_MIN_FREE_DISK_PERCENT ?? (values.WIR_MODE === 'production' ? 10 : 0);
    this.drainSeconds = values.WIR_DRAIN_SECONDS;
    this.clamd = values.WIR_CLAMD;
    this.trustedProxies = values.WIR_TRUSTED_PROXIES?.split(',') ?? [];
    this.mail = {
      smtpUrl: values.WIR_SMTP_URL,
      passwordFile: values.WIR_SMTP_PASSWORD_FILE,
      from: values.WIR_MAIL_FROM ?? 'foerderportal@wir.example',
      folder: join(values.WIR_DATA_DIR, 'mail'),
    };
    this.payer = { name: values.WIR_PAYER_NAME, iban: values.WIR_PAYER_IBAN, bic: values.WIR_PAYER_BIC };
    this.paymentRunRelease =
      values.WIR_PAYMENT_RUN_RELEASE ?? (values.WIR_MODE === 'production' ? 'second-person' : 'one-step');
    this.exportRegisterDir = values.WIR_EXPORT_REGISTER_DIR ?? join(values.WIR_DATA_DIR, 'exports');
  }

  /** Where people reach the portal; links in mails begin with it. */
  get origin(): string {
    return this.publicOrigin ?? `http://localhost:${this.port}`;
  }

  get isDemo(): boolean {
    return this.mode === 'demo';
  }

  /** Cookies with `Secure` and the `__Host-` prefix, wherever the browser reaches us by https. */
  get servedByHttps(): boolean {
    return this.publicOrigin?.startsWith('https:') ?? false;
  }
}

export interface MailSettings {
  readonly smtpUrl: string | undefined;
  readonly passwordFile: string | undefined;
  readonly from: string;
  readonly folder: string;
}

/** Empty values count as not set, as in files of environment variables. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(withSecretFiles(environment)).filter(
      ([name, value]) => name in schema.shape && value !== undefined && value !== '',
    ),
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

function refuseContradictions(values: Values): void {
  if ((values.WIR_OIDC_ISSUER === undefined) !== (values.WIR_OIDC_CLIENT_ID === undefined))
    throw new SettingsError(
      'Die Einstellungen WIR_OIDC_ISSUER und WIR_OIDC_CLIENT_ID gehören zusammen; eine davon fehlt.',
    );
  if (values.WIR_SMTP_URL !== undefined && values.WIR_MAIL_FROM === undefined)
    throw new SettingsError('Die Einstellung WIR_MAIL_FROM fehlt; mit WIR_SMTP_URL ist sie Pflicht.');
  if (values.WIR_MODE !== 'production') return;
  if (values.WIR_NOW !== undefined)
    throw new SettingsError('Die Einstellung WIR_NOW ist nur in der Betriebsart demo erlaubt.');
  if (values.WIR_SECOND_FACTOR === 'offered')
    throw new SettingsError('Die Einstellung WIR_SECOND_FACTOR=offered ist nur in der Betriebsart demo erlaubt.');
  if (values.WIR_JWT_KEY_FILE === undefined && values.WIR_JWT_KEY === undefined)
    throw new SettingsError('Die Einstellung WIR_JWT_KEY_FILE fehlt; in der Betriebsart production ist sie Pflicht.');
  if (values.WIR_OIDC_ISSUER?.startsWith('http:'))
    throw new SettingsError('Die Einstellung WIR_OIDC_ISSUER muss in der Betriebsart production mit https beginnen.');
  if (values.WIR_PUBLIC_ORIGIN === undefined)
    throw new SettingsError('Die Einstellung WIR_PUBLIC_ORIGIN fehlt; in der Betriebsart production ist sie Pflicht.');
}

function keySources(values: Values): Settings['keys'] {
  const source = (name: 'JWT' | 'PEPPER' | 'FIELD'): KeySource => ({
    variable: `WIR_${name}_KEY`,
    value: values[`WIR_${name}_KEY`],
    file: values[`WIR_${name}_KEY_FILE`] ?? join(values.WIR_DATA_DIR, 'secrets', `${name.toLowerCase()}-key.txt`),
  });
  return { jwt: source('JWT'), pepper: source('PEPPER'), field: source('FIELD') };
}

function oidcSettings(values: Values): OidcSettings | null {
  const { WIR_OIDC_ISSUER: issuer, WIR_OIDC_CLIENT_ID: clientId } = values;
  if (issuer === undefined || clientId === undefined) return null;
  return {
    issuer,
    clientId,
    clientSecret: values.WIR_OIDC_CLIENT_SECRET,
    clientSecretFile: values.WIR_OIDC_CLIENT_SECRET_FILE,
    label: values.WIR_OIDC_LABEL,
  };
}
