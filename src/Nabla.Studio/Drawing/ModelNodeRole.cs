namespace Nabla.Studio;

/// <summary>What a node of a model's drawing stands for.</summary>
public enum ModelNodeRole
{
    /// <summary>What the model is given.</summary>
    Input,

    /// <summary>A layer.</summary>
    Layer,

    /// <summary>A layer that was called before, with the same parameters.</summary>
    Shared,

    /// <summary>What a composite layer itself does with the results of those within it, such as adding them.</summary>
    Join,

    /// <summary>What the model gives.</summary>
    Output,
}
