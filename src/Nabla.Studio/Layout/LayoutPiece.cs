namespace Nabla.Studio;

/// <summary>The part of a line between two neighbouring rows.</summary>
internal readonly record struct LayoutPiece(LayoutItem Upper, double UpperOffset, LayoutItem Lower, double LowerOffset)
{
    public double UpperX => Upper.X + UpperOffset;

    public double LowerX => Lower.X + LowerOffset;
}
