import { Inflate } from 'fflate';

/** One member, as the archive's central directory lists it. What it claims of its size is not believed. */
export interface ZipMember {
  name: string;
  /** 0 stored, 8 deflated, 93 Zstandard. */
  method: number;
  /** Bytes in the archive. */
  packed: number;
  /** Offset of its local header. */
  at: number;
}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_MEMBERS = 200_000;

/**
 * The members of a zip archive (APPNOTE 4.3) by name; of two with one name the later counts, as Python reads it.
 * Undefined for a damaged archive, one of more than 4 GiB, or one of more members than any log has samples.
 */
export function zipMembers(bytes: Uint8Array): Map<string, ZipMember> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return undefined;
  const count = view.getUint16(end + 10, true);
  const members = new Map<string, ZipMember>();
  let at = view.getUint32(end + 16, true);
  // The count stops at 65,535 where the archive says it the long way; the directory itself tells where it ends.
  for (let seen = 0; at + 46 <= end && view.getUint32(at, true) === ENTRY; seen++) {
    if (seen >= MOST_MEMBERS) return undefined;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    members.set(name, {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return members.size === 0 && count > 0 ? undefined : members;
}

/** The end record; a comment of up to 64 KiB may follow it. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 65_536; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** A member's bytes; undefined when it is damaged, or more than `most` come out of it: a bomb stops there. */
export function unpack(bytes: Uint8Array, { at, method, packed }: ZipMember, most: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return undefined;
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + packed > bytes.length) return undefined;
  const data = bytes.subarray(from, from + packed);
  if (method === 0) return packed <= most ? data : undefined;
  return method === 8 ? inflate(data, most) : undefined;
}

/** A thousand times as much may come out of each piece, so pieces are small. */
const PIECE = 16 * 1024;

function inflate(data: Uint8Array, most: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  const stream = new Inflate((piece, final) => {
    size += piece.length;
    ended ||= final;
    if (size <= most) pieces.push(piece);
  });
  try {
    for (let at = 0; at < data.length && size <= most; at += PIECE)
      stream.push(data.subarray(at, at + PIECE), at + PIECE >= data.length);
  } catch {
    return undefined;
  }
  if (!ended || size > most) return undefined;
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
