namespace Nabla;

/// <summary>Is called while a model is trained: to change the rate, to save the best model, to stop early.</summary>
public abstract class TrainingCallback
{
    /// <summary>Whether training is to end after this epoch; a new call of Fit begins with false.</summary>
    public bool WantsStop { get; protected internal set; }

    /// <summary>Called after every step.</summary>
    /// <param name="trainer">The trainer; its learning rate may be assigned.</param>
    /// <param name="loss">The loss of the step, before its update.</param>
    public virtual void OnStepEnd(Trainer trainer, double loss)
    {
    }

    /// <summary>Called after every epoch.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="record">What came of the epoch.</param>
    public virtual void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
    }
}
