namespace Nabla;

/// <summary>Something that went wrong without ending training.</summary>
/// <param name="message">What happened, and how to mend it.</param>
public sealed class TrainingWarningEventArgs(string message) : EventArgs
{
    /// <summary>What happened, and how to mend it.</summary>
    public string Message { get; } = message;
}
