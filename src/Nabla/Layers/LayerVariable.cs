namespace Nabla;

/// <summary>A variable of a layer.</summary>
/// <param name="Name">Its name within the layer, such as <c>weight</c>.</param>
/// <param name="Variable">The variable.</param>
/// <param name="IsParameter">
/// Whether it is learned by gradient descent; otherwise the layer itself keeps it, as it does a running mean.
/// </param>
internal sealed record LayerVariable(string Name, Variable Variable, bool IsParameter);
