namespace Nabla;

/// <summary>What is known of a weighted set of pairs: sums about the means, so that no digits cancel.</summary>
/// <param name="Weight">Σ w.</param>
/// <param name="MeanX">The mean of x.</param>
/// <param name="MeanY">The mean of y.</param>
/// <param name="XX">Σ w · (x − mean)².</param>
/// <param name="YY">Σ w · (y − mean)².</param>
/// <param name="XY">Σ w · (x − mean x) · (y − mean y).</param>
public readonly record struct PairMoments(
    double Weight, double MeanX, double MeanY, double XX, double YY, double XY);
