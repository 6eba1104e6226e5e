namespace Nabla;

/// <summary>What a step computed, in tensor language.</summary>
/// <param name="Loss">The loss, one floating number.</param>
/// <param name="Predictions">What the model gave, one tensor for each of its results.</param>
public sealed record StepResult(Tensor Loss, IReadOnlyList<Tensor> Predictions)
{
    /// <summary>What the loss was made of; null where it was made by hand.</summary>
    internal LossParts? Parts { get; init; }
}
