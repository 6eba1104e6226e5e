namespace Nabla.Testing;

/// <summary>What a check that held found.</summary>
/// <param name="GradientError">The largest relative error of a gradient against difference quotients.</param>
/// <param name="SecondGradientError">The same for the gradient of the gradient.</param>
public readonly record struct OpCheckReport(double GradientError, double SecondGradientError)
{
    /// <summary>The worse of two findings.</summary>
    public OpCheckReport Join(OpCheckReport other) =>
        new(Math.Max(GradientError, other.GradientError), Math.Max(SecondGradientError, other.SecondGradientError));
}
