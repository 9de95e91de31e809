export declare const sha256: (message: Uint8Array) => Uint8Array;
export declare const sha512: (message: Uint8Array) => Uint8Array;
