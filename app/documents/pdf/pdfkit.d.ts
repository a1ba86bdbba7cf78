// What PDFKit 0.20 has and its published types lack.
declare global {
  namespace PDFKit {
    interface PDFStructureElement {
      readonly dictionary: { readonly data: { A?: object } };
    }
    interface PDFDocument {
      readonly _root: { readonly data: { PageMode?: string } };
    }
    namespace Mixins {
      interface StructureElementOptions {
        scope?: 'Column' | 'Row';
      }
      interface AnnotationOption {
        structParent?: PDFStructureElement;
      }
      interface TextOptions {
        textWidth?: number;
        wordCount?: number;
      }
      interface PDFAttachmentOptions {
        relationship?: 'Alternative' | 'Data' | 'Source' | 'Supplement' | 'Unspecified';
      }
    }
  }
}

export {};
