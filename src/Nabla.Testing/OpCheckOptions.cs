namespace Nabla.Testing;

/// <summary>What a check of an operation tries, and how exact it is.</summary>
public sealed record OpCheckOptions
{
    /// <summary>The smallest value of made-up inputs.</summary>
    public double Low { get; init; } = -2;

    /// <summary>The largest value of made-up inputs.</summary>
    public double High { get; init; } = 2;

    /// <summary>Values that gradient checks keep clear of: kinks and poles.</summary>
    public IReadOnlyList<double> Avoid { get; init; } = [];

    /// <summary>The floating types to try.</summary>
    public IReadOnlyList<DType> DTypes { get; init; } = [DType.Float32, DType.Float64];

    /// <summary>Types beside floating ones that an elementwise operation is tried on.</summary>
    public IReadOnlyList<DType> OtherDTypes { get; init; } = [];

    /// <summary>Whether NaN, infinities, signed zeros and extremes are tried.</summary>
    public bool HasSpecialValues { get; init; } = true;

    /// <summary>Whether the gradient is compared with difference quotients.</summary>
    public bool HasGradient { get; init; } = true;

    /// <summary>Whether the gradient of the gradient is, too.</summary>
    public bool HasSecondGradient { get; init; } = true;

    /// <summary>The largest relative error of gradients.</summary>
    public double GradientTolerance { get; init; } = 1e-6;

    /// <summary>By how much the tolerance of the type is widened, for operations that add up many roundings.</summary>
    public double ToleranceFactor { get; init; } = 1;
}
