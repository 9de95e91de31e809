export declare class Point {
  static readonly BASE: Point;
  static CURVE(): { readonly n: bigint };
  static fromBytes(bytes: Uint8Array): Point;
  add(other: Point): Point;
  subtract(other: Point): Point;
  multiply(scalar: bigint, safe?: boolean): Point;
  equals(other: Point): boolean;
  isSmallOrder(): boolean;
  toBytes(): Uint8Array;
}
