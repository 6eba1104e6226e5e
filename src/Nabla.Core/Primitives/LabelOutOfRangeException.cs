namespace Nabla;

/// <summary>A label that names no class.</summary>
/// <remarks>
/// Found when the loss runs, because labels are data; the program's variables are as they were before.
/// </remarks>
public sealed class LabelOutOfRangeException : ArgumentOutOfRangeException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="operation">The operation that read the label.</param>
    /// <param name="layerPath">The layer that recorded it, or null.</param>
    /// <param name="row">The row of the label in its batch.</param>
    /// <param name="label">The label.</param>
    /// <param name="classes">The number of classes: labels are below it.</param>
    public LabelOutOfRangeException(string operation, string? layerPath, long row, long label, long classes)
        : base(
            null,
            $"{operation}{(layerPath is null ? "" : $" in layer '{layerPath}'")} got the label {label} "
            + $"in row {row}, but with {classes} classes labels run from 0 to {classes - 1}; "
            + (label == classes
                ? "if labels count from 1, subtract 1."
                : "check the labels, or give the last layer more units."))
    {
        (Operation, LayerPath, Row, Label, Classes) = (operation, layerPath, row, label, classes);
    }

    /// <summary>The operation that read the label.</summary>
    public string Operation { get; }

    /// <summary>The layer that recorded it, or null.</summary>
    public string? LayerPath { get; }

    /// <summary>The row of the label in its batch.</summary>
    public long Row { get; }

    /// <summary>The label.</summary>
    public long Label { get; }

    /// <summary>The number of classes.</summary>
    public long Classes { get; }
}
