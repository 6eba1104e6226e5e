namespace Nabla;

/// <summary>
/// The mean of one of so many bins of about equal size, which overlap where the extent is no multiple of their number,
/// as in PyTorch: element <c>i</c> of <c>r</c> is made of <c>⌊i s / r⌋</c> to <c>⌈(i + 1) s / r⌉</c>, exclusive.
/// </summary>
internal sealed record BinTaps(long Source, long Result) : AxisTaps(Source, Result)
{
    public override long Limit => ((Source + Result - 1) / Result) + 1;

    protected override IEnumerable<(long Place, double Weight)> Of(long element)
    {
        for (long place = Start(element); place < End(element); place++)
        {
            yield return (place, 1);
        }
    }

    protected override double Divisor(long element) => End(element) - Start(element);

    private long Start(long element) => element * Source / Result;

    private long End(long element) => (((element + 1) * Source) + Result - 1) / Result;
}
