namespace Nabla;

/// <summary>How first values of a given variance are distributed.</summary>
public enum RandomDistribution
{
    /// <summary>A normal distribution without its tails beyond two standard deviations.</summary>
    TruncatedNormal,

    /// <summary>A normal distribution.</summary>
    Normal,

    /// <summary>A uniform distribution around 0.</summary>
    Uniform,
}
