import { describe, expect, it } from 'vitest';
import { inParts, LONGEST, readFiles } from './files';

describe('files as documents', () => {
  it('are named after the file, and lie in the store that is looked at', async () => {
    const { documents, refused } = await readFiles([new File(['# Tides\nat dawn'], 'Tides.of.May.MD')], 'store-1');
    expect(documents).toEqual([{ title: 'Tides.of.May', content: '# Tides\nat dawn', store: 'store-1' }]);
    expect(refused).toEqual([]);
  });

  it.each([
    [new File(['x'], 'photo.png'), 'photo.png is no .txt or .md file.'],
    [new File([' \n '], 'empty.txt'), 'empty.txt is empty.'],
    [new File([new Uint8Array([0x66, 0xfc, 0x72])], 'latin.txt'), 'latin.txt is not in UTF-8.'],
    [new File(['a\u0000b'], 'zero.txt'), 'zero.txt has a zero character, which cannot be kept.'],
    [new File(['x'.repeat(LONGEST + 1)], 'long.txt'), `long.txt has ${LONGEST + 1} characters; a document has at most ${LONGEST}.`],
  ])('are left out with the reason, and the others are taken (%#)', async (bad, why) => {
    const { documents, refused } = await readFiles([bad, new File(['kept'], 'good.txt')], undefined);
    expect(refused).toEqual([why]);
    expect(documents).toEqual([{ title: 'good', content: 'kept' }]);
  });

  it('are sent in parts that the server takes at once, in their order', () => {
    const many = Array.from({ length: 1_201 }, (_, at) => ({ content: `text ${at}` }));
    expect(inParts(many).map((part) => part.length)).toEqual([500, 500, 201]);
    expect(inParts(many).flat()).toEqual(many);

    const large = Array.from({ length: 6 }, () => ({ content: 'x'.repeat(900_000) }));
    expect(inParts(large).map((part) => part.length)).toEqual([4, 2]);
    expect(inParts([])).toEqual([]);
  });
});
