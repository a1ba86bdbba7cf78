// How the invoice looks: the same calm page as the house's other documents.
import { Font, StyleSheet } from '@react-pdf/renderer';
import { fontFile, nameGlyphs } from '../pdf/fonts';
import { colors, sizes } from '../pdf/style';

let registration: Promise<void> | undefined;

/** Gives the renderer its fonts, once per process, and forbids it to cut words as if they were English. */
export function registerFonts(): Promise<void> {
  registration ??= register();
  return registration;
}

async function register(): Promise<void> {
  Font.register({
    family: 'Source Sans 3',
    fonts: [
      { src: fontFile('regular'), fontWeight: 400 },
      { src: fontFile('bold'), fontWeight: 600 },
    ],
  });
  Font.register({ family: 'DejaVu Sans', src: fontFile('fallback') });
  Font.registerHyphenationCallback((word) => (word.length <= 26 ? [word] : (word.match(/.{1,13}/gu) ?? [word])));
  const faces = [
    { fontFamily: 'Source Sans 3', fontWeight: 400 },
    { fontFamily: 'Source Sans 3', fontWeight: 600 },
    { fontFamily: 'DejaVu Sans' },
  ];
  for (const face of faces) {
    await Font.load(face);
    const font = Font.getFont(face)?.data;
    if (font) nameGlyphs(font);
  }
}

export const styles = StyleSheet.create({
  page: {
    fontFamily: ['Source Sans 3', 'DejaVu Sans'],
    fontSize: sizes.body,
    color: colors.text,
    paddingTop: 50,
    paddingBottom: 70,
    paddingHorizontal: 54,
    lineHeight: 1.3,
  },
  bold: { fontWeight: 600 },
  muted: { color: colors.muted },
  small: { fontSize: sizes.small, color: colors.muted },
  head: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderBottom: `1.2 solid ${colors.accent}`,
    paddingBottom: 8,
  },
  issuer: { maxWidth: 330, fontSize: 11.5, fontWeight: 600, color: colors.accent },
  title: { fontSize: sizes.title, fontWeight: 600, marginTop: 16, lineHeight: 1.15 },
  section: { fontSize: 12, fontWeight: 600, color: colors.accent, marginTop: 14, marginBottom: 5 },
  mention: { backgroundColor: colors.warningTint, borderLeft: `3 solid ${colors.warning}`, padding: 7, marginTop: 10 },
  panels: { flexDirection: 'row', gap: 14, marginTop: 14 },
  panel: { flex: 1, borderLeft: `1.6 solid ${colors.accent}`, paddingLeft: 9, fontSize: sizes.table },
  fact: { flexDirection: 'row', marginBottom: 1.5 },
  factLabel: { width: 150, color: colors.muted },
  factValue: { flex: 1 },
  row: { flexDirection: 'row', borderBottom: `0.5 solid ${colors.rule}`, fontSize: sizes.table },
  header: {
    backgroundColor: colors.tint,
    borderBottom: `0.9 solid ${colors.accent}`,
    color: colors.accent,
    fontWeight: 600,
  },
  cell: { paddingHorizontal: 4, paddingVertical: 3.6 },
  right: { textAlign: 'right' },
  totals: { marginTop: 10, marginLeft: 'auto', width: 290 },
  total: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderBottom: `0.5 solid ${colors.rule}`,
    padding: 3.5,
    fontSize: sizes.table,
  },
  strong: { backgroundColor: colors.tint, borderBottom: `0.9 solid ${colors.accent}`, fontWeight: 600, fontSize: 11 },
  footer: {
    position: 'absolute',
    top: 800,
    left: 54,
    width: 400,
    fontSize: sizes.small,
    color: colors.muted,
  },
  pageNumber: {
    position: 'absolute',
    top: 800,
    right: 54,
    width: 80,
    textAlign: 'right',
    fontSize: sizes.small,
    color: colors.muted,
  },
});
