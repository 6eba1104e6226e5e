namespace Nabla;

/// <summary>Is called while a model is trained: to change the rate, to keep the best model, to stop early.</summary>
/// <remarks>
/// What a callback must remember over an interruption it writes in <see cref="SaveState"/> and takes back in
/// <see cref="LoadState"/>; it then goes on as if nothing had happened.
/// </remarks>
public abstract class TrainingCallback
{
    /// <summary>Whether training is to end after this epoch; a new call of Fit begins with false.</summary>
    public bool WantsStop { get; protected internal set; }

    /// <summary>Why <see cref="WantsStop"/> is set, for people; null where the callback's name says enough.</summary>
    public virtual string? StopReason => null;

    /// <summary>Whether the epoch is to end after this step, as if it had no more examples.</summary>
    public bool WantsStopNow { get; protected internal set; }

    /// <summary>Called before the first step of a call of Fit; <see cref="Trainer.Current"/> says which.</summary>
    /// <param name="trainer">The trainer.</param>
    public virtual void OnTrainBegin(Trainer trainer)
    {
    }

    /// <summary>Called after the last step of a call of Fit, unless it failed.</summary>
    /// <param name="trainer">The trainer.</param>
    public virtual void OnTrainEnd(Trainer trainer)
    {
    }

    /// <summary>Called before the first step of an epoch.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="epoch">Its number, counted from 1 over all calls of the trainer.</param>
    public virtual void OnEpochBegin(Trainer trainer, int epoch)
    {
    }

    /// <summary>Called after every epoch.</summary>
    /// <param name="trainer">The trainer.</param>
    /// <param name="record">What came of the epoch.</param>
    public virtual void OnEpochEnd(Trainer trainer, EpochRecord record)
    {
    }

    /// <summary>Called before every step.</summary>
    /// <param name="trainer">The trainer; its learning rate may be assigned.</param>
    public virtual void OnStepBegin(Trainer trainer)
    {
    }

    /// <summary>Called after every step.</summary>
    /// <param name="trainer">The trainer; its learning rate may be assigned.</param>
    /// <param name="loss">The loss of the step, before its update.</param>
    public virtual void OnStepEnd(Trainer trainer, double loss)
    {
    }

    /// <summary>Called before the model is judged by the validation set.</summary>
    /// <param name="trainer">The trainer.</param>
    public virtual void OnValidationBegin(Trainer trainer)
    {
    }

    /// <summary>Called after the model was judged by the validation set.</summary>
    /// <param name="trainer">The trainer.</param>
    public virtual void OnValidationEnd(Trainer trainer)
    {
    }

    /// <summary>Writes what has to survive an interruption.</summary>
    /// <param name="state">Takes it.</param>
    protected internal virtual void SaveState(CallbackState state)
    {
    }

    /// <summary>Takes back what <see cref="SaveState"/> wrote.</summary>
    /// <param name="state">Gives it.</param>
    protected internal virtual void LoadState(CallbackState state)
    {
    }

    internal void Begin(Trainer trainer)
    {
        (WantsStop, WantsStopNow) = (false, false);
        OnTrainBegin(trainer);
    }
}
