namespace Nabla;

/// <summary>Each element is itself.</summary>
internal sealed record IdentityTaps(long Extent) : AxisTaps(Extent, Extent)
{
    public override long Limit => 1;

    public override bool IsIdentity => true;

    public override AxisTaps Transpose() => this;

    protected override IEnumerable<(long Place, double Weight)> Of(long element) => [(element, 1)];
}
