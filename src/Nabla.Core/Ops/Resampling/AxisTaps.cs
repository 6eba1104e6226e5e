namespace Nabla;

/// <summary>
/// Which elements along an axis make each element of a result: pooling, resizing and padding by what is there differ in
/// nothing else. Compared by value.
/// </summary>
/// <param name="Source">The extent of the axis.</param>
/// <param name="Result">Its extent in the result.</param>
internal abstract record AxisTaps(long Source, long Result)
{
    /// <summary>The taps of an element are numbered from 0 and stay below this.</summary>
    public abstract long Limit { get; }

    /// <summary>At least as many as all elements have together.</summary>
    public virtual double MostTaps => IsIdentity ? 0 : (double)Math.Min(Source, Limit) * Result;

    /// <summary>Whether the axis stays as it is.</summary>
    public virtual bool IsIdentity => false;

    /// <summary>
    /// The other way: for each element of the source the elements of the result that it is part of, with its weights.
    /// </summary>
    public virtual AxisTaps Transpose() => new TransposedTaps(this);

    /// <summary>All taps.</summary>
    public virtual TapTable Table() => TapTable.Create(this, Of, Divisor);

    /// <summary>The taps of an element: places in the source and their weights.</summary>
    protected abstract IEnumerable<(long Place, double Weight)> Of(long element);

    /// <summary>What the weighted sum is divided by.</summary>
    protected virtual double Divisor(long element) => 1;
}
