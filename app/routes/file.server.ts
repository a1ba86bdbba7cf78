// Answers with a file to download.
import type { IssuedFile } from '~/documents/blocks';

/** The file as an attachment; never cached by others, as it may concern one commune only. */
export function answerFile(file: IssuedFile): Response {
  const ascii = file.fileName.replace(/[^\w.-]+/g, '-');
  const body = file.bytes.buffer.slice(file.bytes.byteOffset, file.bytes.byteOffset + file.bytes.byteLength);
  return new Response(body as ArrayBuffer, {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Length': String(file.bytes.byteLength),
      'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(file.fileName)}`,
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
