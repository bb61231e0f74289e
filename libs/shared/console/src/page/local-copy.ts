import { Injectable } from '@angular/core';

/** Something typed that the server has not confirmed yet. */
export interface LocalCopy<T> {
  readonly value: T;
  readonly version: number;
  readonly keptAt: string;
}

/** Keeps unsaved input in this browser until the server has it; removed on success and on signing out. */
@Injectable({ providedIn: 'root' })
export class LocalCopies {
  keep<T>(key: string, value: T, version: number): void {
    const copy: LocalCopy<T> = { value, version, keptAt: new Date().toISOString() };
    try {
      localStorage.setItem(storageKey(key), JSON.stringify(copy));
    } catch {
      return; // Full or forbidden storage: the form itself still holds the text.
    }
  }

  /** The caller checks the shape: the copy may come from an older version of the portal. */
  find(key: string): LocalCopy<unknown> | null {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(storageKey(key)) ?? 'null');
      return isCopy(stored) ? stored : null;
    } catch {
      return null;
    }
  }

  drop(key: string): void {
    localStorage.removeItem(storageKey(key));
  }

  dropAll(): void {
    for (const key of Object.keys(localStorage)) if (key.startsWith(storageKey(''))) localStorage.removeItem(key);
  }
}

function storageKey(key: string): string {
  return `wir.copy.${key}`;
}

function isCopy(value: unknown): value is LocalCopy<unknown> {
  return typeof value === 'object' && value !== null && 'value' in value && 'version' in value && 'keptAt' in value;
}
