// Answers with a file to download.
import type { IssuedFile } from '~/documents/blocks';

function headersOf({ fileName, mediaType }: Pick<IssuedFile, 'fileName' | 'mediaType'>) {
  const ascii = fileName.replace(/[^\w.-]+/g, '-');
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** A file that is still being made, as an attachment: it is sent as it comes. */
export function answerStream(of: Pick<IssuedFile, 'fileName' | 'mediaType'>, body: ReadableStream): Response {
  return new Response(body, { headers: headersOf(of) });
}

/** The file as an attachment; never cached by others, as it may concern one commune only. */
export function answerFile(file: IssuedFile): Response {
  const body = file.bytes.buffer.slice(file.bytes.byteOffset, file.bytes.byteOffset + file.bytes.byteLength);
  return new Response(body as ArrayBuffer, {
    headers: { ...headersOf(file), 'Content-Length': String(file.bytes.byteLength) },
  });
}
