namespace Nabla;

/// <summary>A step of training that failed on the numbers it met; the model is as it was before the step.</summary>
public sealed class TrainingException : InvalidOperationException
{
    /// <summary>Creates the exception.</summary>
    public TrainingException()
    {
    }

    /// <summary>Creates the exception with a message.</summary>
    public TrainingException(string message) : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public TrainingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal TrainingException(string message, long step, string? layer, Exception innerException)
        : base(message, innerException)
    {
        Step = step;
        Layer = layer;
    }

    /// <summary>The number of the step that failed; 1 is the first.</summary>
    public long Step { get; }

    /// <summary>
    /// The path of the layer whose result was the first that is not finite; null when that is not known.
    /// </summary>
    public string? Layer { get; }
}
