namespace Nabla;

/// <summary>A variable of a layer.</summary>
/// <param name="Name">Its name within the layer, such as <c>weight</c>.</param>
/// <param name="Variable">The variable.</param>
/// <param name="IsParameter">
/// Whether it is learned by gradient descent; otherwise the layer itself keeps it, as it does a running mean.
/// </param>
/// <param name="Regularizer">What is added to the loss because of it; null for nothing.</param>
/// <param name="Constraint">What it is brought to after each step; null for nothing.</param>
internal sealed record LayerVariable(
    string Name, Variable Variable, bool IsParameter, Regularizer? Regularizer = null, Constraint? Constraint = null);
