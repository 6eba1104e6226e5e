namespace Nabla;

/// <summary>The parts that the losses of a batch were made of, to be summed over the batches of a set.</summary>
/// <param name="Loss">What was made of them: whoever reports another loss does not mean these parts.</param>
/// <param name="Parts">
/// For each loss: how much it counts, whether it is a sum, the weighted losses of its elements, and what each counts in
/// the mean.
/// </param>
internal sealed record LossParts(
    Tensor Loss, IReadOnlyList<(double Weight, bool IsSum, Tensor Elements, Tensor? Shares)> Parts);
