namespace Nabla;

/// <summary>How the losses of the elements of a batch become one.</summary>
public enum Reduction
{
    /// <summary>
    /// Their sum, each times its weight, divided by their number: weights that are all 2 double the loss. The default,
    /// as Keras does it.
    /// </summary>
    Mean,

    /// <summary>Their sum, each times its weight.</summary>
    Sum,

    /// <summary>They stay apart, each times its weight.</summary>
    None,

    /// <summary>
    /// Their sum, each times its weight, divided by the sum of the weights: only ratios of weights count.
    /// </summary>
    WeightedMean,
}
