import { HttpClient, HttpEventType, HttpHeaders } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import type { AttachmentKind } from '@wir/applications/domain';
import { API_BASE } from '@wir/shared/console';
import type { AttachmentDto } from '@wir/shared/contract';

/** One file on its way to the server; the share done is told while it travels. */
@Injectable({ providedIn: 'root' })
export class AttachmentUpload {
  private readonly http = inject(HttpClient);

  /** `key` stays the same when the same file is sent again after a lost line, so that it is stored once. */
  send(
    applicationId: string,
    file: File,
    kind: AttachmentKind,
    key: string,
    progress: (share: number) => void,
    abort: AbortSignal,
  ): Promise<AttachmentDto> {
    const body = new FormData();
    body.append('kind', kind);
    body.append('file', file, file.name);
    const stream = this.http.post<AttachmentDto>(`${API_BASE}/applications/${applicationId}/attachments`, body, {
      headers: new HttpHeaders({ 'Idempotency-Key': key }),
      observe: 'events',
      reportProgress: true,
    });
    return new Promise<AttachmentDto>((resolve, reject) => {
      const travelling = stream.subscribe({
        next: (event) => {
          if (event.type === HttpEventType.UploadProgress && event.total) progress(event.loaded / event.total);
          if (event.type === HttpEventType.Response && event.body) resolve(event.body);
        },
        error: reject,
      });
      abort.addEventListener('abort', () => {
        travelling.unsubscribe();
        reject(new DOMException('Upload cancelled', 'AbortError'));
      });
    });
  }
}
