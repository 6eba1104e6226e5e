namespace Nabla;

/// <summary>Taps seen from their source; each keeps the number that it has there.</summary>
internal sealed record TransposedTaps(AxisTaps Taps) : AxisTaps(Taps.Result, Taps.Source)
{
    public override long Limit => Taps.Limit;

    public override double MostTaps => Taps.MostTaps;

    public override AxisTaps Transpose() => Taps;

    public override TapTable Table() => Taps.Table().Transposed();

    protected override IEnumerable<(long Place, double Weight)> Of(long element) =>
        throw new NotSupportedException("They are found all at once.");
}
