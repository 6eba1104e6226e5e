namespace Nabla;

/// <summary>The axis with more of itself at both ends.</summary>
/// <param name="Source">The extent of the axis.</param>
/// <param name="Before">How many elements come before it.</param>
/// <param name="After">How many come after it.</param>
/// <param name="Mode">Which elements they are; not zeros.</param>
internal sealed record BorderTaps(long Source, long Before, long After, PaddingMode Mode)
    : AxisTaps(Source, Before + Source + After)
{
    public override long Limit => 1;

    protected override IEnumerable<(long Place, double Weight)> Of(long element)
    {
        long place = element - Before;
        return
        [
            (Mode switch
            {
                PaddingMode.Reflect => place < 0 ? -place : place < Source ? place : (2 * (Source - 1)) - place,
                PaddingMode.Replicate => Math.Clamp(place, 0, Source - 1),
                _ => place < 0 ? place + Source : place < Source ? place : place - Source,
            }, 1),
        ];
    }
}
